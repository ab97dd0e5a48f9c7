package dev.callist.signalwire;

import dev.callist.CallListException.Kind;
import dev.callist.testkit.laml.LamlErrorsContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalWireErrorsTest extends LamlErrorsContract {
    SignalWireErrorsTest() {
        super(new FakeSignalWire());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"code\":10000,\"message\":\"m\",\"more_info\":\"i\",\"status\":400} | INVALID_REQUEST | 10000",
                "401 | {\"code\":20003,\"message\":\"m\",\"more_info\":\"i\",\"status\":401} | AUTHENTICATION | 20003",
                "403 | {\"code\":\"20003\"} | PERMISSION | 20003",
                "404 | {\"code\":20404,\"message\":\"m\",\"more_info\":\"i\",\"status\":404} | NOT_FOUND | 20404",
                "422 | {\"errors\":[{\"code\":\"30010\",\"message\":\"m\"}]} | INVALID_REQUEST | 30010",
                "429 | {\"code\":20429} | RATE_LIMITED | 20429",
                "503 | {\"code\":20504} | SERVER_ERROR | 20504"
            })
    void reportsTheStatusAndTheCodeOfEitherType(int status, String body, Kind kind, String code) {
        expectError(status, body, kind, code);
    }
}
