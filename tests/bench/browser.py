"""What a telephone sees: requests, shift and paint in Chromium, 412 wide, the processor slowed down four times."""

from statistics import median

from playwright.sync_api import sync_playwright

from tests import chromium
from tests.bench.inside import ARTICLE, Row

SLOWER = 4
ROUNDS = 5
WARM = 20
WATCH = """
  window.shift = 0
  new PerformanceObserver((list) => list.getEntries().forEach((e) => { if (!e.hadRecentInput) shift += e.value }))
    .observe({ type: "layout-shift", buffered: true })
  new PerformanceObserver((list) => { window.paint = list.getEntries().at(-1).startTime })
    .observe({ type: "largest-contentful-paint", buffered: true })
"""


def measure(site: str) -> list[Row]:
    """Rows of what, figure, limit for the first visit of an article by a reader who was never here."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium.find()), args=chromium.flags())
        warmed = browser.new_context()
        for _ in range(WARM):  # the first reader after a start pays for what every process learns once
            warmed.request.get(site + ARTICLE)
        visits = [_visit(browser, site) for _ in range(ROUNDS)]
        browser.close()
    worst = {name: max(visit[name] for visit in visits) for name in visits[0]}
    return [
        ("third-party requests", worst["foreign"], 0),
        ("cookies", worst["cookies"], 0),
        ("inline scripts and styles", worst["inline"], 0),
        ("layout shift", round(worst["shift"], 4), 0),
        ("largest paint, s (median)", round(median(visit["paint"] for visit in visits) / 1000, 2), 0.5),
        ("first load with the pictures in view, KB", round(worst["bytes"] / 1024), 200),
    ]


def _visit(browser, site):
    with browser.new_context(viewport={"width": 412, "height": 823}, device_scale_factor=1) as context:
        page = context.new_page()
        urls, tools = [], context.new_cdp_session(page)
        sizes = []
        page.on("request", lambda request: urls.append(request.url))
        tools.send("Network.enable")
        tools.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.add_init_script(WATCH)
        page.goto(site + ARTICLE, wait_until="networkidle")
        return {
            "foreign": sum(not url.startswith(site) for url in urls),
            "cookies": len(context.cookies()),
            "inline": page.evaluate("document.querySelectorAll('[style], style, script:not([src])').length"),
            "shift": page.evaluate("shift"),
            "paint": page.evaluate("paint"),
            "bytes": sum(sizes),
        }
