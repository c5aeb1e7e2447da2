package com.acmecorp.platform.text;

import java.util.Optional;

/** What people tell of themselves: the form of each field, and how long it may be. */
public enum ContactField {
    NAME("name", TextForm.LINE, 200),
    EMAIL("email", TextForm.EMAIL, 254),
    PHONE("phone", TextForm.PHONE, 40),
    STREET("street", TextForm.LINE, 200),
    CITY("city", TextForm.LINE, 100),
    /** Optional, as is the postal code: an empty one is none. */
    STATE("state", TextForm.LINE, 50),
    POSTAL_CODE("postalCode", TextForm.LINE, 20);

    private final String field;
    private final TextForm form;
    private final int most;

    ContactField(String field, TextForm form, int most) {
        this.field = field;
        this.form = form;
        this.most = most;
    }

    /** The field's name in JSON and GraphQL. */
    public String field() {
        return field;
    }

    /** The text as it is kept. */
    public String normalise(String typed) {
        return form.normalise(typed);
    }

    /** What is wrong with a text: the end of a sentence that begins with the field's name. */
    public Optional<String> fault(String typed) {
        return form.fault(typed, most);
    }
}
