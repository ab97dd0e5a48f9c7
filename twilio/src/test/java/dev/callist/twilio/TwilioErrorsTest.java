package dev.callist.twilio;

import dev.callist.CallListException.Kind;
import dev.callist.testkit.laml.LamlErrorsContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioErrorsTest extends LamlErrorsContract {
    TwilioErrorsTest() {
        super(new FakeTwilio());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"code\":20001,\"message\":\"m\",\"more_info\":\"i\",\"status\":400} | INVALID_REQUEST | 20001",
                "401 | {\"code\":20003,\"message\":\"m\",\"more_info\":\"i\",\"status\":401} | AUTHENTICATION | 20003",
                "403 | {\"code\":20005,\"message\":\"m\",\"more_info\":\"i\",\"status\":403} | PERMISSION | 20005",
                "404 | {\"code\":20404,\"message\":\"m\",\"more_info\":\"i\",\"status\":404} | NOT_FOUND | 20404",
                "429 | {\"code\":20429,\"message\":\"m\",\"more_info\":\"i\",\"status\":429} | RATE_LIMITED | 20429",
                "500 | {\"code\":20500,\"message\":\"m\",\"more_info\":\"i\",\"status\":500} | SERVER_ERROR | 20500",
                "503 | {\"code\":20503,\"message\":\"m\",\"more_info\":\"i\",\"status\":503} | SERVER_ERROR | 20503"
            })
    void reportsTheStatusAndTheCode(int status, String body, Kind kind, String code) {
        expectError(status, body, kind, code);
    }
}
