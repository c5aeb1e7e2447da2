package com.acmecorp.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SubscriptionsTest {

    @Test
    void everySubscriberHasANameOfItsOwn() {
        assertThat(Subscriptions.all())
                .extracting(Subscription::subscriber)
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsCustomersOrdersFromWhatIsForTestsOnly() {
        assertThat(Subscriptions.of(SampleEvents.deliverable(0)))
                .extracting(Subscription::subscriber)
                .containsExactly("email.ready-for-delivery");
        assertThat(Subscriptions.of(SampleEvents.deliverable(1)))
                .extracting(Subscription::subscriber)
                .containsExactly("email.ready-for-delivery", "delivery.auto-book");
    }

    @Test
    void isFoundByItsName() {
        assertThat(Subscriptions.named("stock.request-goods").event())
                .isEqualTo(EventType.ORDER_PLACED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subscriptions.named("stock.eat-goods"))
                .withMessageContaining("stock.eat-goods");
    }
}
