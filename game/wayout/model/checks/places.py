"""Do the degrees of a place fit its precision, its country, and the places beside it?

Checks of coordinates: range, decimals against precision, swapped latitude and longitude, distance from the country's
outline (ISO 3166-1 alpha-2), positions at sea, and places beyond a fixed extent of the map.
"""

from collections.abc import Iterator, Mapping

from wayout.geodata import countries
from wayout.geodata.window import Extent, Position, fit
from wayout.model.checks.reporter import Item
from wayout.model.evidence import MOST_EAST, MOST_NORTH, Place, degrees
from wayout.model.findings import Finding
from wayout.model.load_result import LoadResult

MAX_DECIMALS: Mapping[str, int] = {"city": 3, "region": 2, "country": 1}
"""Decimals that the degrees of a place may have: about 100 metres, 1 kilometre, 10 kilometres."""
TOLERANCE = 50.0
"""Kilometres by which a position may lie beyond the outlines that are known: they are coarse, without small islands."""
SURROUNDINGS, ASTRAY = 500.0, 1000.0
"""Kilometres from some other place within which a place is likely to lie; and beyond which it lies by itself."""


def findings(loaded: LoadResult, extent: Extent | None = None) -> Iterator[Finding]:
    """What does not fit; and, where an extent of the map is fixed, what lies beyond it."""
    places = loaded.library.places
    positions = {name: position for name, place in places.items() if (position := place.position) is not None}
    for name, place in places.items():
        item = Item(loaded, "place", name)
        yield from _degrees(item, place)
        yield from _country(item, place)
        if name in positions:
            yield from _position(item, place, positions, extent)


def _degrees(item: Item, place: Place) -> Iterator[Finding]:
    values = {"latitude": (place.latitude, MOST_NORTH), "longitude": (place.longitude, MOST_EAST)}
    for part, (value, most) in values.items():
        if value is None:
            continue
        if degrees(value, most) is None:
            hint = f"Write decimal degrees from -{most} to {most}, as '48.14'."
            if degrees(value, MOST_EAST) is not None and degrees(place.longitude, MOST_NORTH) is not None:
                hint += " If latitude and longitude are swapped, exchange them."
            yield item.fault("wrong-type", (part,), f"'{value}' is not a {part}.", hint)
        elif place.precision == "untold":
            says = "The place is not told, but has degrees."
            hint = "Delete the degrees; or give the precision that the documents have: city, region or country."
            yield item.fault("fine-degrees", (part,), says, hint)
            return
        elif _decimals(value) > MAX_DECIMALS[place.precision]:
            least = MAX_DECIMALS[place.precision]
            says = f"'{value}' is finer than '{place.precision}', which is as exactly as this place is told."
            yield item.fault("fine-degrees", (part,), says, f"Write '{float(value):.{least}f}'.")
    missing = [part for part, (value, _) in values.items() if value is None]
    is_amiss = len(missing) == 1 or (missing and place.precision == "city")
    if is_amiss and place.precision != "untold" and not item.is_maimed():
        says = f"This place has no {' and no '.join(missing)}: it is drawn on no map."
        hint = "Add decimal degrees, as '48.14'; if the documents do not tell where it is, write 'precision: untold'."
        yield item.fault("no-degrees", (), says, hint, key=True)


def _decimals(value: int | str) -> int:
    _, _, decimals = str(value).partition(".")
    return len(decimals.rstrip("0"))


def _country(item: Item, place: Place) -> Iterator[Finding]:
    code = place.country
    if code is None or code in countries.codes():
        return
    if code.upper() in countries.codes():
        says = f"There is no country '{code}', but there is '{code.upper()}'."
        yield item.fault("letter-case", ("country",), says, f"Write '{code.upper()}'.")
    else:
        hint = "Write its two letters in ISO 3166-1 (alpha-2), or leave 'country' out."
        yield item.fault("unknown-word", ("country",), f"'{code}' is not the code of a country.", hint)


def _position(item: Item, place: Place, positions: Mapping[str, Position], extent: Extent | None) -> Iterator[Finding]:
    position = positions[item.name]
    away = countries.distance(place.country, position) if place.country is not None else None
    if away is not None:
        if away > TOLERANCE:
            yield _far(item, place, position, away)
            return
    elif _is_astray(item.name, positions):
        says = "It lies far from every other place; with latitude and longitude exchanged it would lie among them."
        yield item.fault("swapped-degrees", (), says, SWAPPED_HINT, key=True)
        return
    elif place.country is None and place.precision == "city" and countries.is_at_sea(position, TOLERANCE):
        says = f"There is no land within {TOLERANCE:.0f} km of this position."
        hint = "Correct the degrees; of an island that is too small for the map, say so in 'ignore'."
        yield item.fault("at-sea", (), says, hint, key=True)
        return
    window = fit((), extent) if extent is not None else None
    if window is not None and not window.holds(position):
        says = "It lies outside of the map that the edition fixes: readers are told that it is not on it."
        hint = "Correct the degrees, or widen the extent of the map; 'fit' shows every place."
        yield item.fault("off-map", (), says, hint, key=True)


SWAPPED_HINT = "Exchange latitude and longitude; if they are right, say so in 'ignore', or give the 'country'."


def _far(item: Item, place: Place, position: Position, away: float) -> Finding:
    """What is amiss with a place that lies far from its country, and what would mend it."""
    longitude, latitude = position
    code = place.country or ""
    exchanged = _exchanged(position)
    if exchanged is not None and _is_in(code, exchanged):
        says = f"It lies far from {code}; with latitude and longitude exchanged it would lie in it."
        return item.fault("swapped-degrees", (), says, SWAPPED_HINT, key=True)
    says = f"It lies about {away:,.0f} km from {code}."
    signs = ("longitude", (-longitude, latitude)), ("latitude", (longitude, -latitude))
    turned = next((part for part, other in signs if _is_in(code, other)), "")
    there = countries.country_at(position)
    hint = (
        f"With the other sign of the {turned} it would lie in it: is a minus missing, or too much?" if turned
        else f"Correct the degrees, or the country: it lies in {there}." if there
        else "Correct the degrees, or the country."
    )  # fmt: skip
    return item.fault("far-from-country", (), says, hint, key=True)


def _is_in(code: str, position: Position) -> bool:
    away = countries.distance(code, position)
    return away is not None and away <= TOLERANCE


def _exchanged(position: Position) -> Position | None:
    """With latitude and longitude exchanged, if that is a position."""
    longitude, latitude = position
    return (latitude, longitude) if abs(longitude) <= MOST_NORTH else None


def _is_astray(name: str, positions: Mapping[str, Position]) -> bool:
    """Whether a place lies far from all others, and would not with latitude and longitude exchanged."""
    position = positions[name]
    exchanged = _exchanged(position)
    others = [other for one, other in positions.items() if one != name]
    if exchanged is None or any(countries.apart(position, other) <= ASTRAY for other in others):
        return False
    return any(countries.apart(exchanged, other) <= SURROUNDINGS for other in others)
