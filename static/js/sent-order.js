// Under which key the basket is ordered, and what was sent under it. Kept for all tabs, so that one
// basket becomes one order, whatever is edited, reloaded, or sent from another tab.

import { basket, newKey } from "./basket.js";
import { changeBasket, keptBasket } from "./kept-basket.js";

/** The server tells an order to its own address only, so all that were tried are needed. */
const MOST_EMAILS = 5;

export const sentOrder = {
  /** Of what was sent last: {emails, products, at, unknown}, the last for whether its fate is. */
  last: () => keptBasket().sent,

  /** Of the basket as this page knows it, which another tab may have ordered since. */
  key() {
    if (!keptBasket().idempotencyKey) changeBasket((now) => (now.idempotencyKey ??= newKey()));
    return keptBasket().idempotencyKey;
  },

  /** Kept before anything is sent. The key stays until an order is known to have come of it. */
  begin: (key, { email, products }) =>
    changeBasket((now) => {
      if (now.idempotencyKey !== key) return;
      const emails = [...new Set([email, ...(now.sent?.emails ?? [])])].slice(0, MOST_EMAILS);
      now.sent = { emails, products, at: Date.now(), unknown: true };
    }),

  /** Nothing came of it. */
  refused: () => changeBasket(({ sent }) => sent && (sent.unknown = false)),

  /** An order came of it. What was put into the basket meanwhile stays there. */
  accepted(key) {
    changeBasket((now) => {
      if (now.idempotencyKey !== key) return;
      for (const sku of now.sent?.products.split(",") ?? []) {
        now.lines[sku]--;
        if (!(now.lines[sku] > 0)) delete now.lines[sku];
      }
      renew(now);
    });
    basket.keepDraft({});
  },

  /** What is sent from now on is another order, under the key that this answers. */
  startAnew() {
    changeBasket(renew);
    return sentOrder.key();
  },
};

function renew(now) {
  now.idempotencyKey = newKey();
  delete now.sent;
}
