"""Which part has a reader of the invented records: something to print, to say, to ask, to take along?

Prompts of every kind on the pages of Vesna's record, the spine of an article on it, and a question that is opened there
and has something beside it in Wim's.
"""

from msgspec.structs import replace

from wayout.model.library import Library
from wayout.model.prompts import AccountLine, Prompt, PromptOption, Thread, Touch
from wayout.model.text import TwoWordings

GAP = Prompt(
    kind="gap", claim="vesna-pseudonym", line="His name he {}.", neither="His name is not told.",
    options={"tell": PromptOption(label="does not tell", text="Then nobody has it."),
             "print": PromptOption(label="does not want printed", text="Then somebody has it.")},
)  # fmt: skip
MARK = Prompt(
    kind="mark", ask="Who says so?", text="He says so.", claims=("vesna-tried-to-leave",),
    options={"he": PromptOption(label="He"), "nobody": PromptOption(label="Nobody")},
)  # fmt: skip
PLACE = Prompt(
    kind="place", ask="Where does the call hang?", claims=("vesna-ultimatum",),
    options={"before": PromptOption(label="Before the levy", text="No levy then."),
             "after": PromptOption(label="After it", text="The levy holds then.")},
)  # fmt: skip
HEADLINE = Prompt(
    kind="headline", options={"plank": PromptOption(label="“No plank led ashore”"),
                              "oars": PromptOption(label="“Put the oars down.”")},
)  # fmt: skip
QUESTION = Prompt(
    kind="ask",
    options={"row": PromptOption(label=TwoWordings(full="Did he row them to death?", gentle="Did he row?"),
                                 text="He does not.", claims=("vesna-refused",), told="told",
                                 account=TwoWordings(full="He did not, and was beaten.", gentle="He did not.")),
             "way": PromptOption(label="How did he get out?", text="Not told.", told="not-told")},
)  # fmt: skip
THREAD = Thread(
    ask="Could he refuse?", opens=("vesna/the-order",), still="That anybody else refused is not told.",
    touches={"wim/five-in-the-morning": Touch(text="Wim is told to row.", claims=("wim-woken",))},
)  # fmt: skip
PROMPTS = {
    "the-contract": {"name": GAP}, "wanting-out": {"whose": MARK}, "the-call": {"day": PLACE},
    "as-told": {"headline": HEADLINE, "his-record": QUESTION},
}  # fmt: skip
ACCOUNT = (
    AccountLine(text="Vesna rows for Varn.", claims=("vesna-ferryman",)),
    AccountLine(text=TwoWordings(full="He was struck, and refused.", gentle="He refused."), scene="threats",
                claims=("vesna-refused", "war-dead", "wim-woken", "vesna-tried-to-leave")),
    AccountLine(text="His name he {}.", gap="the-contract/name", neither="His name is kept.",
                claims=("vesna-pseudonym",)),
    AccountLine(text="He is in Lund.", claims=("vesna-lund",), scene="the-harbour-town"),
)  # fmt: skip
OF_WIM = (
    AccountLine(text="Wim rows too.", claims=("wim-woken",)),
    AccountLine(text="So far he is there.", claims=("wim-woken",), scene="so-far", keep=True),
)


def asked(library: Library) -> Library:
    """The invented records with a part for their reader; the gap stands in place of Vesna's second passage."""
    vesna = library.stories["vesna"]
    scenes = dict(vesna.scenes)
    for name, prompts in PROMPTS.items():
        first, *others = scenes[name].passages
        if "name" in prompts:
            others[0] = replace(others[0], prompt="name")
        scenes[name] = replace(scenes[name], text=(first, *others), prompts=prompts)
    wim = replace(library.stories["wim"], account=OF_WIM)
    stories = {**library.stories, "vesna": replace(vesna, scenes=scenes, account=ACCOUNT), "wim": wim}
    return replace(library, stories=stories, threads={"refuse": THREAD})
