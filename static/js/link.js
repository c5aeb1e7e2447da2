// Links that open an order: #order=<id>&token=<token>. The fragment stays in the browser, out of
// every server's log.

/** The order and token of this page's address, or undefined. */
export function readLink() {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const order = fragment.get("order") ?? "";
  const token = fragment.get("token") ?? "";
  return /^\d{1,16}$/.test(order) && token ? { orderId: Number(order), token } : undefined;
}
