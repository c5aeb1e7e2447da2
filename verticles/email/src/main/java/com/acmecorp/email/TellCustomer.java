package com.acmecorp.email;

import com.acmecorp.events.AddressedEvent;
import com.acmecorp.events.Markets;
import com.acmecorp.events.OrderCancelled;
import com.acmecorp.events.OrderEvent;
import com.acmecorp.platform.log.StepLog;

import io.vertx.core.Future;

/** Sends the letter that an event calls for. */
final class TellCustomer {

    private static final StepLog LOG = StepLog.of(TellCustomer.class);

    private final EventLetters letters;
    private final LatestContact latest;
    private final SendLetter sendLetter;

    TellCustomer(Markets markets, LatestContact latest, SendLetter sendLetter) {
        this.letters = new EventLetters(markets);
        this.latest = latest;
        this.sendLetter = sendLetter;
    }

    Future<?> on(AddressedEvent event) {
        Contact told = new Contact(
                event.name(),
                event.email(),
                event.street(),
                event.city(),
                event.state(),
                event.postalCode(),
                event.language(),
                generation(event));
        return tell(event, told);
    }

    Future<?> on(OrderCancelled event) {
        Contact told = new Contact(
                event.name(),
                event.email(),
                "",
                "",
                null,
                null,
                event.language(),
                generation(event));
        return tell(event, told);
    }

    private static int generation(OrderEvent event) {
        return event.metadata().goodLinks();
    }

    private Future<?> tell(OrderEvent event, Contact told) {
        return latest.of(event, told)
                .map(contact -> letters.letter(event, contact))
                .compose(letter -> send(letter, event));
    }

    private Future<?> send(Letter letter, OrderEvent event) {
        return sendLetter.send(letter).onSuccess(outcome -> log(letter, outcome, event));
    }

    private static void log(Letter letter, SendLetter.Outcome outcome, OrderEvent event) {
        LOG.step("mail " + letter.template().fileName() + " is " + outcome, event);
    }
}
