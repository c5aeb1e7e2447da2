package com.acmecorp.email;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.Money;
import com.acmecorp.events.Settlement;

import org.jspecify.annotations.Nullable;

/** One of the letters that a customer gets, before it is put into words. */
sealed interface Letter {

    Addressee to();

    /** Which letter it is: the name of its template. */
    Template template();

    /** Tells a template's letters for one order apart. */
    default String revision() {
        return "";
    }

    /** Thanks for the order. */
    record OrderReceived(Addressee to, OrderedPlants plants, Money total) implements Letter {

        @Override
        public Template template() {
            return Template.ORDER_RECEIVED;
        }
    }

    /** The goods are there; the customer may book a delivery time. */
    record ReadyForDelivery(Addressee to) implements Letter {

        @Override
        public Template template() {
            return Template.READY_FOR_DELIVERY;
        }
    }

    /**
     * The customer hasn't chosen a delivery time yet.
     *
     * @param number 1 for the first reminder
     */
    record DeliveryReminder(Addressee to, int number) implements Letter {

        @Override
        public Template template() {
            return Template.DELIVERY_REMINDER;
        }

        @Override
        public String revision() {
            return Integer.toString(number);
        }
    }

    /** Where and when the delivery comes. */
    record DeliveryConfirmed(Addressee to, String street, String city, DeliveryTime time)
            implements Letter {

        @Override
        public Template template() {
            return Template.DELIVERY_BOOKED;
        }

        @Override
        public String revision() {
            return time.toString();
        }
    }

    /**
     * The order is cancelled.
     *
     * @param settlement what was paid goes back, an invoice is void; null where nobody knows which it was
     */
    record OrderCancelled(
            Addressee to, Money total, @Nullable Settlement settlement) implements Letter {

        @Override
        public Template template() {
            return Template.ORDER_CANCELLED;
        }
    }
}
