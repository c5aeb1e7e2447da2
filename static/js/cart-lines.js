// The lines of the cart: quantity, price and removal of each plant.

import { basket, MAX_QUANTITY } from "./basket.js";
import { announce, byId, make, picture, setText } from "./dom.js";
import { texts } from "./language.js";

/** Renders the lines in the market's money; the callbacks render whatever depends on them. */
export function showLines(list, catalogue, market, { onQuantity, onRemove }) {
  list.replaceChildren(...basket.lines().map(([sku, quantity]) => line(sku, quantity)));

  function line(sku, quantity) {
    const name = catalogue.name(sku);
    const price = make("span", { class: "money" }, catalogue.price(sku, market, quantity));
    return make(
      "li",
      {},
      picture(sku),
      make(
        "div",
        {},
        make("h3", {}, name),
        make("p", { class: "hint money" }, texts.unitPrice(catalogue.price(sku, market))),
      ),
      make(
        "div",
        { class: "change" },
        quantityInput(sku, name, quantity, price),
        removeButton(sku, name),
        price,
      ),
      make("p", { class: "error", id: `quantity-${sku}-error` }),
    );
  }

  function quantityInput(sku, name, quantity, price) {
    const input = make("input", {
      id: `quantity-${sku}`,
      class: "quantity",
      type: "number",
      inputmode: "numeric",
      min: 1,
      max: MAX_QUANTITY,
      value: quantity,
      required: true,
      "aria-label": texts.quantityOf(name),
      "aria-describedby": `quantity-${sku}-error`,
    });
    input.addEventListener("change", () => changeQuantity(sku, input, price));
    return input;
  }

  // Only texts change: the event comes while the focus is on its way to the next element, which
  // must stay.
  function changeQuantity(sku, input, price) {
    const wrong = input.validity.valid ? "" : texts.wrong.quantity(MAX_QUANTITY);
    setText(byId(`quantity-${sku}-error`), wrong);
    if (wrong) {
      announce(wrong);
      input.value = basket.quantity(sku);
      return;
    }
    basket.setQuantity(sku, input.valueAsNumber, name);
    setText(price, catalogue.price(sku, market, basket.quantity(sku)));
    onQuantity();
    announce(texts.newTotal(catalogue.total(basket.lines(), market)));
  }

  function removeButton(sku, name) {
    const button = make(
      "button",
      { type: "button", class: "quiet" },
      texts.remove,
      make("span", { class: "visually-hidden" }, ` ${name}`),
    );
    button.addEventListener("click", () => {
      basket.remove(sku);
      onRemove();
      if (basket.isEmpty()) return;
      announce(texts.removed(name, catalogue.total(basket.lines(), market)));
      byId("lines-heading").focus();
    });
    return button;
  }
}
