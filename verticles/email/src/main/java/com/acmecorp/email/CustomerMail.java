package com.acmecorp.email;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.Money;
import com.acmecorp.events.Settlement;

import org.jspecify.annotations.Nullable;

/** One of the mails that a customer gets, before it is put into words. */
sealed interface CustomerMail {

    Addressee to();

    /** Which mail it is: the name of its template. */
    Template template();

    /** What the mail is called where it is kept. */
    default String name() {
        return template().fileName();
    }

    /** Tells a template's mails for one order apart. */
    default String revision() {
        return "";
    }

    /** Thanks for the order. */
    record OrderReceived(Addressee to, OrderedPlants plants, Money total) implements CustomerMail {

        @Override
        public Template template() {
            return Template.ORDER_RECEIVED;
        }
    }

    /** The goods are there; the customer may book a delivery time. */
    record ReadyForDelivery(Addressee to) implements CustomerMail {

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
    record DeliveryReminder(Addressee to, int number) implements CustomerMail {

        @Override
        public Template template() {
            return Template.DELIVERY_REMINDER;
        }

        @Override
        public String revision() {
            return Integer.toString(number);
        }
    }

    /**
     * Where and when the delivery comes.
     *
     * @param change 0 for the first booking, then the number of the change
     */
    record DeliveryConfirmed(
            Addressee to, String street, String city, DeliveryTime time, int change)
            implements CustomerMail {

        private static final int CHANGES_OF_CUSTOMERS = 1;

        @Override
        public Template template() {
            return Template.DELIVERY_BOOKED;
        }

        /** A time that is chosen once more, which operators can do, is told once more. */
        @Override
        public String revision() {
            return change <= CHANGES_OF_CUSTOMERS ? time.toString() : time + "." + change;
        }
    }

    /**
     * The order is cancelled.
     *
     * @param settlement what was paid goes back, an invoice is void; null where nobody knows which it was
     */
    record OrderCancelled(
            Addressee to, Money total, @Nullable Settlement settlement) implements CustomerMail {

        @Override
        public Template template() {
            return Template.ORDER_CANCELLED;
        }
    }

    /** The order's links, for somebody who lost them. */
    record OrderLinks(Addressee to, String revision) implements CustomerMail {

        @Override
        public Template template() {
            return Template.ORDER_LINKS;
        }
    }

    /** A mail that an operator had sent once more; it is kept beside the first one. */
    record SentAgain(CustomerMail mail, String revision) implements CustomerMail {

        static final String SUFFIX = "-again";

        @Override
        public Addressee to() {
            return mail.to();
        }

        @Override
        public Template template() {
            return mail.template();
        }

        @Override
        public String name() {
            return mail.name() + SUFFIX;
        }
    }
}
