package com.acmecorp.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.ZoneId;
import java.util.List;

class PlaceTest {

    @ParameterizedTest
    @CsvSource({
        "US, CA,                   America/Los_Angeles",
        "US, ' california ',       America/Los_Angeles",
        "US, Calif.,               America/Los_Angeles",
        "US, US-CA,                America/Los_Angeles",
        "US, TX,                   America/Chicago",
        "US, Colorado,             America/Denver",
        "US, AZ,                   America/Phoenix",
        "US, Alaska,               America/Anchorage",
        "US, HAWAII,               Pacific/Honolulu",
        "US, Hawaiʻi,              Pacific/Honolulu",
        "US, Hawai'i,              Pacific/Honolulu",
        "US, Indiana,              America/Indiana/Indianapolis",
        "US, PR,                   America/Puerto_Rico",
        "US, D.C.,                 America/New_York",
        "US, n.y.,                 America/New_York",
        "MX, BC,                   America/Tijuana",
        "MX, Baja California Sur,  America/Mazatlan",
        "MX, sonora,               America/Hermosillo",
        "MX, Quintana Roo,         America/Cancun",
        "MX, Q. Roo,               America/Cancun",
        "MX, CHIH.,                America/Chihuahua",
        "MX, Sinaloa,              America/Mazatlan",
        "MX, Nay.,                 America/Mazatlan",
        "MX, nuevo leon,           America/Monterrey",
        "MX, Nuevo León,           America/Monterrey",
        "MX, CDMX,                 America/Mexico_City",
        "MX, Estado de Mexico,     America/Mexico_City",
        "MX, Michoaca\u0301n,      America/Mexico_City"
    })
    void liesInTheZoneOfItsState(String market, String state, ZoneId zone) {
        assertThat(new Place(market, state, null).toldZone()).contains(zone);
    }

    @ParameterizedTest
    @CsvSource({
        "US, 90012,      America/Los_Angeles",
        "US, 97205-1234, America/Los_Angeles",
        "US, ９０２１０,  America/Los_Angeles",
        "US, 02134,      America/New_York",
        "US, 60601,      America/Chicago",
        "US, 80202,      America/Denver",
        "US, 85001,      America/Phoenix",
        "US, 86515,      America/Denver",
        "US, 96813,      Pacific/Honolulu",
        "US, 96799,      Pacific/Pago_Pago",
        "US, 96910,      Pacific/Guam",
        "US, 99501,      America/Anchorage",
        "US, 00901,      America/Puerto_Rico",
        "US, 46204,      America/Indiana/Indianapolis",
        "US, 46402,      America/Chicago",
        "MX, 22000,      America/Tijuana",
        "MX, 77500,      America/Cancun",
        "MX, 32000,      America/Ciudad_Juarez",
        "MX, 31000,      America/Chihuahua",
        "MX, 83000,      America/Hermosillo",
        "MX, 06600,      America/Mexico_City"
    })
    void liesInTheZoneOfItsPostalCodeWhereNoStateIsTold(
            String market, String postalCode, ZoneId zone) {
        assertThat(new Place(market, null, postalCode).zone()).isEqualTo(zone);
        assertThat(new Place(market, "Somewhere", postalCode).zone()).isEqualTo(zone);
    }

    @ParameterizedTest
    @CsvSource({
        "US, FL, 33101, America/New_York",
        "US, FL, 32501, America/Chicago",
        "US, FL, 32456, America/New_York",
        "US, TN, 37201, America/Chicago",
        "US, TN, 37902, America/New_York",
        "US, KY, 40202, America/New_York",
        "US, KY, 42001, America/Chicago",
        "US, TX, 79901, America/Denver",
        "US, ID, 83814, America/Los_Angeles",
        "US, OR, 97914, America/Boise",
        "US, SD, 57701, America/Denver",
        "US, ND, 58601, America/Denver",
        "US, NE, 69361, America/Denver",
        "US, KS, 67735, America/Denver",
        "US, MI, 49801, America/Chicago",
        "US, MI, 48201, America/Detroit",
        "US, AK, 99546, America/Adak",
        "MX, Chihuahua, 32300, America/Ciudad_Juarez",
        "MX, Nayarit, 63732, America/Bahia_Banderas",
        "MX, Tamaulipas, 88500, America/Matamoros",
        "US, CA, 10001, America/Los_Angeles" // the code is of another state
    })
    void liesInThePartOfItsStateThatThePostalCodeTells(
            String market, String state, String postalCode, ZoneId zone) {
        assertThat(new Place(market, state, postalCode).zone()).isEqualTo(zone);
    }

    @ParameterizedTest
    @CsvSource({"US, , ", "US, Jalisco, ", "US, '', ''", "US, , 09012", "US, ?, ...", "MX, , 00000"
    })
    void liesInItsMarketsZoneWhereItTellsNone(
            String market, @Nullable String state, @Nullable String postalCode) {
        Place place = new Place(market, state, postalCode);

        assertThat(place.toldZone()).isEmpty();
        assertThat(place.zone()).isEqualTo(Markets.acme().orFirst(market).zone());
    }

    @Test
    void knowsEveryStateOfBothMarkets() {
        assertThat(List.of(
                        "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI"
                                .split(" ")))
                .allSatisfy(state ->
                        assertThat(new Place("US", state, null).toldZone()).isPresent());
        assertThat(List.of(
                        "AGU BCN BCS CAM CHP CHH CMX COA COL DUR GUA GRO HID JAL MEX MIC MOR NAY NLE OAX PUE QUE ROO SLP SIN SON TAB TAM TLA VER YUC ZAC"
                                .split(" ")))
                .allSatisfy(state ->
                        assertThat(new Place("MX", state, null).toldZone()).isPresent());
    }

    @Test
    void aFurtherMarketWithSeveralZonesIsARow() {
        ZoneMap canada = EventJson.read("""
                {"market": "CA", "states": [
                  {"names": ["Ontario", "ON"], "zone": "America/Toronto", "postalCodes": "K L M N P",
                    "parts": [{"zone": "America/Winnipeg", "postalCodes": "P0X P9N"}]}]}""", ZoneMap.class);

        assertThat(canada.find("ontario", null)).contains(ZoneId.of("America/Toronto"));
        assertThat(canada.find(null, "m5v 3l9")).contains(ZoneId.of("America/Toronto"));
        assertThat(canada.find("ON", "P9N 1A1")).contains(ZoneId.of("America/Winnipeg"));
        assertThat(canada.zones()).containsExactly("America/Toronto", "America/Winnipeg");
    }

    @Test
    void refusesARowThatContradictsItself() {
        PostalCodes<String> codes = new PostalCodes<>();
        codes.add("463-464", "x");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> codes.add("464", "y"))
                .withMessageContaining("464");
    }

    @Test
    void namesTheZonesOfAMarket() {
        assertThat(Markets.acme().orFirst("MX").zones())
                .contains("America/Mexico_City", "America/Tijuana", "America/Ciudad_Juarez")
                .doesNotContain("America/New_York");
    }
}
