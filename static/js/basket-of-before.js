// Baskets were once kept by tab, with what was typed in them. What is left of one is taken over.

import { changeBasket, DRAFT, KEY } from "./kept-basket.js";
import { save } from "./storage.js";

/** A key may have been sent already; what became of that is asked like any other lost answer. */
export function takeOver({ lines, draft, idempotencyKey }) {
  sessionStorage.removeItem(KEY);
  save(DRAFT, draft, "sessionStorage");
  changeBasket((now) => {
    now.lines = { ...lines, ...now.lines };
    if (!idempotencyKey || now.sent) return;
    now.idempotencyKey = idempotencyKey;
    now.sent = { emails: [draft.email], products: "", at: Date.now(), unknown: true };
  });
}
