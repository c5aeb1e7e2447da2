package com.acmecorp.database.order;

/** Who gets the plants, and where. */
public record Contact(String name, String email, String phone, String street, String city) {

    /** Where mails go, as people write it. */
    public String mailbox() {
        return name + " <" + email + ">";
    }
}
