// What every page has around its content: the cart's count, a word when offline, the skip link, the
// choice of a language.

import { byId, make } from "./dom.js";
import { countPlants, onBasketChange } from "./kept-basket.js";
import { language, texts } from "./language.js";

export function showCartCount() {
  const badge = document.querySelector("[data-cart-count]");
  const count = countPlants();
  badge.hidden = count === 0;
  badge.replaceChildren(
    make("span", { "aria-hidden": "true" }, String(count)),
    make("span", { class: "visually-hidden" }, texts.cartCount(count)),
  );
}

function showConnection() {
  byId("offline").hidden = navigator.onLine;
}

showCartCount();
showConnection();
onBasketChange(showCartCount);
addEventListener("online", showConnection);
addEventListener("offline", showConnection);

document.querySelector(".skip").addEventListener("click", (event) => {
  // Following the link would replace the fragment, which may hold an order and its token.
  event.preventDefault();
  byId("main").focus();
});

const languages = byId("language");
languages.value = language;
languages.addEventListener("change", () =>
  import("./speak.js").then(
    ({ speak }) => speak(languages.value),
    // Offline, say: the page stays as it is.
    () => (languages.value = language),
  ),
);

// A page out of the back/forward cache shows an old cart, perhaps one that was ordered since.
addEventListener("pageshow", (event) => event.persisted && location.reload());
