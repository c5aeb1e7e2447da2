package com.acmecorp.email;

import com.acmecorp.events.Markets;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.testing.FakeDatabase;
import com.acmecorp.platform.testing.SampleOrder;
import com.acmecorp.platform.testing.TestClock;

import java.time.Duration;

/** The way of a letter with fakes at its ends: the database and the mail server. */
final class MailBench {

    final FakeDatabase database = new FakeDatabase();
    final ScriptedMailer mailer = new ScriptedMailer();
    final TestClock clock = new TestClock();
    final TellCustomer tell;
    final TellCustomerByHand byHand;
    final SendLetter sendLetter;

    /** Its database knows that order, and wants its letters sent. */
    MailBench(SampleOrder order) {
        LetterWriter writer = new LetterWriter(
                Markets.acme(),
                new LetterTemplates(),
                new CustomerLinks("http://shop.example", new LinkTokens("a secret of the tests")));
        KeptLetters kept = new KeptLetters(database, clock, Duration.ofSeconds(10));
        sendLetter = new SendLetter(writer, kept, mailer, "acme.example");
        tell = new TellCustomer(Markets.acme(), new LatestContact(database, clock), sendLetter);
        byHand = new TellCustomerByHand(Markets.acme(), database, sendLetter);
        keepAnswers("TO_SEND");
        database.on("markEmailSent", letter -> "SENT")
                .on("getOrder", asked -> order.row())
                .on("getPayment", asked -> null);
    }

    void keepAnswers(String state) {
        database.on("keepEmail", letter -> state);
    }
}
