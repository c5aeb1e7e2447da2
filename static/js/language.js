// The page's language, which early.js has found out. A page's English words stand in its HTML,
// those of its scripts in texts*.en.js; texts*.es.js has both. What a page says beyond what all say
// is named by data-texts.

const ENGLISH = "en";
const { classList, dataset } = document.documentElement;

export let language = dataset.language ?? ENGLISH;
export let texts;
export let locale;

/** The server explains in English only. */
export const fromServer = (sentence) => (language === ENGLISH ? sentence : undefined);

/** The words of something that few shoppers come to, which are loaded only then. */
export const furtherTexts = async (name) => (await import(`./${name}.${language}.js`)).texts;

function load() {
  const names = ["texts", ...(dataset.texts?.split(" ") ?? [])];
  return Promise.all(names.map((name) => import(`./${name}.${language}.js`)));
}

function use(modules) {
  locale = modules[0].locale;
  texts = Object.assign({}, ...modules.map((module) => module.texts));
  document.documentElement.lang = locale;
  if (language === ENGLISH) return;
  const page = Object.assign({}, ...modules.map((module) => module.page));
  for (const element of document.querySelectorAll("[data-text]")) {
    element[element.tagName === "META" ? "content" : "textContent"] = page[element.dataset.text];
  }
}

try {
  use(await load());
} catch (unreachable) {
  // Offline, say. English is in the page already.
  if (language === ENGLISH) throw unreachable;
  language = ENGLISH;
  use(await load());
} finally {
  classList.remove("translating");
}
