package com.acmecorp.browser;

import com.acmecorp.app.Customer;
import com.acmecorp.app.Customer.Link;
import com.acmecorp.app.OpenShop;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ReducedMotion;

import io.vertx.core.json.JsonObject;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lets people in, each with a browser that knows nothing of the others, for the time of one test. */
final class Visitors {

    private static final JsonObject ORDER = new JsonObject()
            .put("name", "Ann O'Neill")
            .put("email", "ann@example.com")
            .put("phone", "+1 555 0100")
            .put("street", "1 Fern St")
            .put("city", "Portland")
            .put("customerType", "B2C")
            .put("market", "US")
            .put("products", "BB001,LB001")
            .put("totalPrice", 30_000);

    private final OpenShop shop;
    private final Browser browser;
    private final List<Visitor> present = new ArrayList<>();

    Visitors(OpenShop shop, Browser browser) {
        this.shop = shop;
        this.browser = browser;
    }

    Visitor from(Market market) {
        return enter(market, true);
    }

    Visitor withoutJavaScript() {
        return enter(Market.US, false);
    }

    private Visitor enter(Market market, boolean scripts) {
        NewContextOptions options = new NewContextOptions()
                .setBaseURL(shop.address())
                .setJavaScriptEnabled(scripts)
                .setLocale(market.locale())
                .setTimezoneId(market.zone())
                .setReducedMotion(ReducedMotion.REDUCE);
        Visitor visitor = new Visitor(browser.newContext(options), shop.address(), market, scripts);
        present.add(visitor);
        return visitor;
    }

    /** Somebody who uses the API and no page. */
    Customer customer() {
        return shop.customer();
    }

    /** The fragment of the delivery's link, of an order that somebody made and that waits for its time. */
    String deliverableOrder() {
        JsonObject receipt = customer().post("/createOrder", ORDER);
        return fragment(deliverable(receipt).getString("deliveryUrl"));
    }

    /** The same, for an address that tells its zone. */
    String deliverableOrderIn(String state, String postalCode) {
        JsonObject order = ORDER.copy().put("state", state).put("postalCode", postalCode);
        return fragment(
                deliverable(customer().post("/createOrder", order)).getString("deliveryUrl"));
    }

    /** The fragment of the customer's own link to the page of such an order. */
    String customersOrder() {
        JsonObject receipt = customer().post("/createOrder", ORDER);
        deliverable(receipt);
        return fragment(receipt.getString("trackingUrl")) + "&manage="
                + receipt.getString("manageToken");
    }

    /** The number of an order that somebody of that name made. */
    long orderOf(String name, String email) {
        JsonObject order = ORDER.copy().put("name", name).put("email", email);
        return customer().post("/createOrder", order).getLong("orderId");
    }

    /** The delivery's link that the page behind a customer's own link has. */
    Link deliveryOf(String customersOrder) {
        String manageToken = customersOrder.split("&manage=", 2)[1];
        JsonObject links = Link.of(customersOrder).with("manageToken", manageToken);
        return Link.of(customer().post("/orderStatus", links).getString("deliveryUrl"));
    }

    private JsonObject deliverable(JsonObject receipt) {
        try {
            return customer().watchOwn(receipt, page -> page.containsKey("deliveryUrl"));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String fragment(String url) {
        return "#" + url.split("#", 2)[1];
    }

    Backstage backstage() {
        return new Backstage(shop.staff());
    }

    void hadNoTrouble() {
        present.forEach(Visitor::hadNoTrouble);
    }

    List<String> complaints() {
        return present.stream()
                .flatMap(visitor -> visitor.complaints().stream())
                .toList();
    }

    void takePictures(Path folder, String name) {
        for (int i = 0; i < present.size(); i++) {
            present.get(i).takePictures(folder, name + "-" + (i + 1));
        }
    }

    void leave() {
        present.forEach(Visitor::leave);
    }
}
