package com.acmecorp.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.party.PartyBooks.Difference;
import com.acmecorp.platform.testing.AcmeSchema;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.simulators.testing.Simulators;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.Optional;

@ExtendWith(VertxExtension.class)
class PartnersBooksTest {

    private static final OrderId ORDER = new OrderId(7);
    private static final DeliveryTime MORNING = new DeliveryTime(1_800_000_000_000L);
    private static final DeliveryTime EVENING = new DeliveryTime(1_800_020_000_000L);

    private DeliveryPartner partner;

    @BeforeEach
    void open(Vertx vertx) {
        partner = new HttpDeliveryPartner(Simulators.on(vertx).client("the delivery partner"));
    }

    @Test
    void followTheBookingOfAnOrder() {
        assertThat(compare(JsonObject.of("status", "STOCKED"))).isEmpty();
        assertThat(compare(booked("DELIVERY_BOOKED", MORNING))).isPresent();

        Await.result(partner.reserve(ORDER, MORNING, 1));
        assertThat(compare(booked("DELIVERY_BOOKED", MORNING))).isEmpty();
        assertThat(compare(booked("DELIVERY_BOOKED", EVENING)))
                .hasValueSatisfying(difference -> assertThat(difference.theirs())
                        .contains(MORNING.instant().toString()));
        assertThat(compare(JsonObject.of("status", "STOCKED"))).isPresent();
        assertThat(compare(booked("CANCELLED", MORNING))).isPresent();

        Await.result(partner.release(ORDER, 2));
        assertThat(compare(JsonObject.of("status", "CANCELLED"))).isEmpty();
    }

    @Test
    void askTheDatabaseWhatItUnderstands() {
        assertThat(AcmeSchema.errorsIn(PartnersBooks.QUERY)).isEmpty();
    }

    private static JsonObject booked(String status, DeliveryTime time) {
        return JsonObject.of("status", status, "deliveryTime", time.toString());
    }

    private Optional<Difference> compare(JsonObject ours) {
        return Await.result(new PartnersBooks(partner).compare(ORDER, ours));
    }
}
