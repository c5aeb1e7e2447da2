// What every page has around its content: the cart's count, a word when offline, the skip link.

import { basket } from "./basket.js";
import { byId, make } from "./dom.js";
import { texts } from "./language.js";

export function showCartCount() {
  const badge = document.querySelector("[data-cart-count]");
  const count = basket.count();
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
addEventListener("online", showConnection);
addEventListener("offline", showConnection);

document.querySelector(".skip").addEventListener("click", (event) => {
  // Following the link would replace the fragment, which may hold an order and its token.
  event.preventDefault();
  byId("main").focus();
});

// A page out of the back/forward cache shows an old cart, perhaps one that was ordered since.
addEventListener("pageshow", (event) => event.persisted && location.reload());
