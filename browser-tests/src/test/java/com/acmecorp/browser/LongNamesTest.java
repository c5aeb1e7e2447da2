package com.acmecorp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;

/** Names and addresses may be one word of 200 letters; no page grows wider than a phone by them. */
@BrowserTest
class LongNamesTest {

    private static final String LONG = "Ñandú".repeat(40);

    @Test
    void ofPlantsFitIntoTheCartAndTheOrder(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        ann.page().route("**/products", route -> {
            APIResponse today = route.fetch();
            route.fulfill(new FulfillOptions()
                    .setResponse(today)
                    .setBody(today.text().replace("Basic bonsai", LONG)));
        });
        CartPage cart = ann.cartWith("Basic bonsai");
        cart.says("cart.payUs", "$150.00 USD");
        assertThat(ann.page().getByRole(AriaRole.HEADING).filter(ann.hasText(LONG)))
                .isVisible();
        ann.looksGood("cart with a long name");

        OrderPage order = ann.order(visitors.customersOrder());
        order.lists(1, LONG);
        ann.looksGood("order with a long name");
    }

    @Test
    void ofPeopleFitIntoTheirMails(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        long number = visitors.orderOf(LONG, ann.email());

        String mail = visitors.backstage()
                .mail(ann.email(), ann.words().of("mail.received", number))
                .html();

        assertThat(mail).contains(LONG);
        ann.page().setContent(mail);
        ann.isNoWiderThanItsScreen();
    }

    @Test
    void ofPeopleAndPlacesFitIntoTheBooking(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        DeliveryPage delivery = ann.delivery(visitors.deliverableOrder());
        ann.page().route("**/bookDelivery", route -> {
            APIResponse booking = route.fetch();
            route.fulfill(new FulfillOptions()
                    .setResponse(booking)
                    .setBody(booking.text()
                            .replace("Ann O'Neill", LONG)
                            .replace("1 Fern St", LONG)
                            .replace("Portland", LONG)));
        });
        delivery.bookAny();
        assertThat(ann.page().getByText(LONG)).isVisible();
        ann.looksGood("booking with long names");
    }
}
