// The customer's own link to an order has &manage=<token> too, with which they may book and cancel.

import { keepOrder, keptOrder } from "./kept-orders.js";
import { readLink } from "./link.js";

/** This page's order with its tokens, as the server takes them, or undefined. */
export function readOwnLink() {
  const link = readLink();
  if (!link) return undefined;
  const fragment = new URLSearchParams(location.hash.slice(1));
  const kept = keptOrder(link.orderId);
  const manageToken = fragment.get("manage") ?? kept?.manageToken;
  if (fragment.has("manage")) {
    // Who copies the address passes on no more than the sight of the order.
    fragment.delete("manage");
    history.replaceState(history.state, "", `#${fragment}`);
    keepOrder({ ...kept, orderId: link.orderId, manageToken });
  }
  return { ...link, manageToken };
}
