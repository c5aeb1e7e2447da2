// A customer's order, as far as the links that open its pages.

const PATIENCE_MS = 30_000;
const PAUSE_MS = 200;

const CUSTOMER = {
  name: "Sam Person",
  email: "sam@example.com",
  phone: "+1 555 0100",
  street: "1 Fern St",
  city: "Portland",
  customerType: "B2C",
  market: "US",
  products: "BB001,LB001",
  totalPrice: 30_000,
};

/** Answers the addresses of its tracking and its delivery page, once the latter can be used. */
export async function placeOrder(shop) {
  const { orderId, trackingUrl, manageToken } = await post(`${shop}/createOrder`, CUSTOMER);
  const token = new URLSearchParams(trackingUrl.split("#")[1]).get("token");
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const { deliveryUrl } = await post(`${shop}/orderStatus`, { orderId, token, manageToken });
    if (deliveryUrl) return { trackingUrl, deliveryUrl };
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`order ${orderId} isn't deliverable after ${PATIENCE_MS / 1000} s`);
}

async function post(url, body) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.json();
}
