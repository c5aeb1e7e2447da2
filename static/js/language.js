// The market that the shopper picked, and its language. A page's English words stand in its HTML,
// those of its scripts in texts*.en.js; texts*.es.js has both. What a page says beyond what all say
// is named by data-texts. early.js knows these rules, too.

const MARKET = "acme.market";
const ENGLISH = "en";
const LANGUAGES = { MX: "es" };

export let texts;
export let locale;

let market = read() ?? "US";
let language = ENGLISH;
const htmlTexts = new Map();

export const pickedMarket = () => market;

/** Kept for all tabs, so that a link from an e-mail opens in the right language. */
export function pickMarket(name) {
  market = name;
  try {
    localStorage.setItem(MARKET, name);
  } catch {
    // Storage is switched off: the choice lives as long as the page.
  }
}

/** Speaks the market's language from now on; answers whether that is another than before. */
export async function speakFor(marketName) {
  const wanted = LANGUAGES[marketName] ?? ENGLISH;
  if (texts && wanted === language) return false;
  try {
    use(wanted, await load(wanted));
    return true;
  } catch (unreachable) {
    // Offline, say. The page goes on in the language it has.
    if (texts) return false;
    if (wanted === ENGLISH) throw unreachable;
    use(ENGLISH, await load(ENGLISH));
    return true;
  } finally {
    document.documentElement.classList.remove("translating");
  }
}

/** The server explains in English only. */
export const fromServer = (sentence) => (language === ENGLISH ? sentence : undefined);

export const countryName = (name) => new Intl.DisplayNames(locale, { type: "region" }).of(name);

function load(wanted) {
  const names = ["texts", ...(document.documentElement.dataset.texts?.split(" ") ?? [])];
  return Promise.all(names.map((name) => import(`./${name}.${wanted}.js`)));
}

function use(wanted, modules) {
  language = wanted;
  locale = modules[0].locale;
  texts = Object.assign({}, ...modules.map((module) => module.texts));
  if (wanted !== ENGLISH) translate(Object.assign({}, ...modules.map(({ page }) => page)));
  else htmlTexts.forEach((text, element) => write(element, text));
  document.documentElement.lang = locale;
}

function translate(page) {
  for (const element of document.querySelectorAll("[data-text]")) {
    if (!htmlTexts.has(element)) htmlTexts.set(element, element[property(element)]);
    write(element, page[element.dataset.text]);
  }
}

function write(element, text) {
  element[property(element)] = text;
}

const property = (element) => (element.tagName === "META" ? "content" : "textContent");

function read() {
  try {
    return localStorage.getItem(MARKET);
  } catch {
    return null;
  }
}

await speakFor(market);
