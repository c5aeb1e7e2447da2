// Measures the pages of a running shop as a phone sees them: `node measure.mjs ADDRESS`.
// Each page is loaded three times; the middle one of each figure counts.

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

import { figuresOf, isComplete, missesOf, table, urlsOf } from "./figures.mjs";
import { placeOrder } from "./order.mjs";

const RUNS = 3;
const ATTEMPTS = 3;
const BROWSER_FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** An order's page listens to its order for ever, so nothing tells when it has loaded. */
const LIVE_PAGE_LOADS_MS = 15_000;

const shop = process.argv[2].replace(/\/$/, "");
const order = await placeOrder(shop);

/** The page for what isn't there has no wish to be found. */
const pages = [
  { name: "index", url: `${shop}/` },
  { name: "cart", url: `${shop}/cart.html`, before: fillCart },
  { name: "success", url: shop + order.trackingUrl, maxWaitForLoad: LIVE_PAGE_LOADS_MS },
  { name: "delivery", url: shop + order.deliveryUrl },
  { name: "find", url: `${shop}/find.html` },
  { name: "404", url: `${shop}/404.html`, hides: true },
];

const rows = [];
for (const page of pages) {
  const runs = [];
  for (let run = 0; run < RUNS; run++) runs.push(await measure(page));
  rows.push({ page, figures: figuresOf(runs, await bodySizes(runs)) });
}
const misses = rows.flatMap(missesOf);
console.log([table(rows), "", ...misses].join("\n"));
process.exitCode = misses.length > 0 ? 1 : 0;

/** Sometimes a browser misses the beginning of a load, and Lighthouse asks to be run again. */
async function measure(page) {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const lhr = await load(page);
    if (isComplete(lhr)) return lhr;
  }
  throw new Error(`${page.url} can't be measured`);
}

/** One load in a browser that knows nothing yet. */
async function load({ url, before, maxWaitForLoad }) {
  const chrome = await launch({
    chromePath: process.env.CHROME_PATH,
    chromeFlags: BROWSER_FLAGS,
    ignoreDefaultFlags: true,
  });
  try {
    const browserURL = `http://127.0.0.1:${chrome.port}`;
    const browser = await puppeteer.connect({ browserURL, defaultViewport: null });
    const tab = await browser.newPage();
    await before?.(tab);
    // The browser is new; to reset it would empty the cart.
    const flags = { logLevel: "error", disableStorageReset: true, maxWaitForLoad };
    const { lhr } = await lighthouse(url, flags, undefined, tab);
    await browser.disconnect();
    return lhr;
  } finally {
    chrome.kill();
  }
}

/** How many bytes of each script and style travel; Lighthouse tells them only with their headers. */
async function bodySizes(runs) {
  const urls = runs.flatMap((lhr) => ["Script", "Stylesheet"].flatMap((type) => urlsOf(lhr, type)));
  const compressed = { method: "HEAD", headers: { "Accept-Encoding": "gzip" } };
  const sizes = new Map();
  for (const url of new Set(urls)) {
    const { headers } = await fetch(url, compressed);
    sizes.set(url, Number(headers.get("Content-Length")));
  }
  return sizes;
}

/** The tab keeps the cart: a plant is put into it as by a shopper, and what else that left goes. */
async function fillCart(tab) {
  await tab.goto(`${shop}/`, { waitUntil: "networkidle0" });
  const add = await tab.waitForSelector("form[data-sku] button");
  await add.click();
  await tab.waitForFunction(() =>
    /[1-9]/.test(document.querySelector("[data-cart-count]").textContent),
  );
  const session = await tab.createCDPSession();
  await session.send("Network.clearBrowserCache");
  await session.detach();
}
