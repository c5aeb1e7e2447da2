package com.acmecorp.browser;

/** What somebody types into the order form. */
record Person(String name, String street, String city, String phone, String orgNumber) {

    static final Person ANN = new Person("Ann O'Neill", "1 Fern St", "Portland", "+1 555 0100", "");
    static final Person JOSE =
            new Person("José Núñez", "Calle Helecho 1", "Oaxaca", "+52 951 555 0100", "");
    static final Person OFFICE =
            new Person("Fern & Sons", "2 Fern St", "Portland", "+1 555 0101", "5556667777");
}
