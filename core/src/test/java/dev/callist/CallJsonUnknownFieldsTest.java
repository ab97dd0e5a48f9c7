package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Unknown fields are ignored on reading, in every part of a call. */
class CallJsonUnknownFieldsTest {
    @Test
    void ignoresUnknownFieldsOfAPrice() throws Exception {
        String json = "{\"provider\":\"p\",\"id\":\"1\",\"direction\":\"INBOUND\",\"status\":\"BUSY\",\"new\":1,"
                + "\"hangup\":{\"new\":1},\"price\":{\"amount\":0.0065,\"currency\":\"USD\",\"new\":1}}";
        assertThat(CallJson.mapper().readValue(json, Call.class).price()).isPresent();
    }
}
