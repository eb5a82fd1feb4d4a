"""What is said when a finding is explained?"""

NO_CODE = "There is no code '{code}'."
MEANT = "Did you mean '{code}'?"
LIST = "'wayout explain' lists them all."
IGNORABLE = "Where it does not hold, the thing that it is found in may say so, with the reason:"
ENTRY = "    ignore: [{{code: {code}, at: …, because: …}}]"
NOT_IGNORABLE = "This cannot be ignored."
