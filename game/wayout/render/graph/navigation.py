"""Where does an arrow lead from a node?"""

from typing import Literal

from wayout.render.graph.chart import Chart

Arrow = Literal["up", "down", "left", "right"]


def moved(chart: Chart, node: str, arrow: Arrow) -> str:
    """The node there: down along the first edge that goes down, up along the first that came; sideways in the layer.

    Where no edge goes on, the next node in the order of reading, so that every node can be come to.
    """
    if node not in chart.order:
        return chart.order[0] if chart.order else node
    at = chart.order.index(node)
    if arrow in ("left", "right"):
        layer = next(layer for layer in chart.layers if node in layer)
        beside = layer.index(node) + (1 if arrow == "right" else -1)
        return layer[beside] if 0 <= beside < len(layer) else node
    if arrow == "down":
        below = [target for target in chart.leads[node] if chart.order.index(target) > at]
        return min(below, key=chart.order.index) if below else chart.order[min(at + 1, len(chart.order) - 1)]
    above = [source for source in chart.order[:at] if node in chart.leads[source]]
    return above[-1] if above else chart.order[max(at - 1, 0)]
