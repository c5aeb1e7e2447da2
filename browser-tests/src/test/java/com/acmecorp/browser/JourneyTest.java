package com.acmecorp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

/** From the first page to the booked delivery, as each kind of customer lives through it. */
@BrowserTest
class JourneyTest {

    @Test
    void aPersonInTheUnitedStatesOrdersPaysAndBooks(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        ShopPage shop = ann.shop();
        shop.choose(Market.US);
        shop.add("Basic bonsai");
        shop.add("Lush bracken");
        CartPage cart = shop.toCart().fill(Person.ANN);
        cart.says("cart.payUs", "$300.00 USD");

        OrderPage order = cart.send();

        order.isAt("deliverable");
        order.lists(1, "Basic bonsai");
        order.lists(1, "Lush bracken");
        ann.looksGood("order ready for delivery");
        booksThroughTheMail(ann, order, visitors.backstage());
        JsonObject row = visitors.backstage().order(order.number());
        assertThat(row.getString("customerName")).isEqualTo("Ann O'Neill");
        assertThat(row.getString("customerType")).isEqualTo("B2C");
        assertThat(row.getInteger("totalPrice")).isEqualTo(30_000);
    }

    @Test
    void aPersonInMexicoOrdersPaysAndBooksInSpanish(Visitors visitors) {
        Visitor jose = visitors.from(Market.MX);
        ShopPage shop = jose.shop();
        shop.choose(Market.MX);
        assertThat(shop.card("Exclusive bonsai")).containsText("$10,000.00 MXN");
        jose.looksGood("shop in Mexico");
        shop.add("Exclusive bonsai");
        CartPage cart = shop.toCart().fill(Person.JOSE);
        cart.says("cart.payMx", "$10,000.00 MXN");
        jose.looksGood("cart in Mexico");

        OrderPage order = cart.send();

        order.isAt("deliverable");
        order.lists(1, "Exclusive bonsai");
        jose.looksGood("order in Mexico");
        booksThroughTheMail(jose, order, visitors.backstage());
        JsonObject row = visitors.backstage().order(order.number());
        assertThat(row.getString("customerName")).isEqualTo("José Núñez");
        assertThat(row.getString("customerMarket")).isEqualTo("MX");
        assertThat(row.getInteger("totalPrice")).isEqualTo(50_000);
    }

    @Test
    void aBusinessInTheUnitedStatesOrdersOnInvoiceAndBooks(Visitors visitors) {
        Visitor office = visitors.from(Market.US);
        ShopPage shop = office.shop();
        shop.quantity("Lush big leaf").fill("12");
        shop.add("Lush big leaf");
        shop.hasInCart("Lush big leaf", 12);
        CartPage cart = shop.toCart().fill(Person.OFFICE);
        cart.says("cart.invoice", "$2,160.00 USD");

        OrderPage order = cart.sendInvoiced();

        order.isAt("deliverable");
        order.lists(12, "Lush big leaf");
        booksThroughTheMail(office, order, visitors.backstage());
        JsonObject row = visitors.backstage().order(order.number());
        assertThat(row.getString("customerType")).isEqualTo("B2B");
        assertThat(row.getLong("orgNumber")).isEqualTo(5_556_667_777L);
    }

    /** The order's page stays open in its tab and learns of the booking by itself. */
    private static void booksThroughTheMail(Visitor visitor, OrderPage order, Backstage backstage) {
        String number = String.valueOf(order.number());
        Words words = visitor.words();
        backstage.mail(visitor.email(), words.of("mail.received", number));
        String link =
                backstage.mail(visitor.email(), words.of("mail.ready", number)).linkTo("delivery");
        DeliveryPage delivery = visitor.followToDelivery(link);
        delivery.choose(3);
        visitor.looksGood("delivery times in " + words.of("delivery.choose"));
        delivery.book();
        delivery.isBooked();
        visitor.looksGood("booked: " + words.of("delivery.isBooked"));
        backstage.mail(visitor.email(), words.of("mail.booked", number));

        visitor.turnTo(0);
        order.isAt("booked");
        visitor.looksGood("order booked: " + words.of("order.booked"));
    }
}
