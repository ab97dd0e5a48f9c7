package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

/** An exception is Serializable, and frameworks do serialise it. */
class CallListExceptionSerializationTest {
    @Test
    void keepsItsKind() throws Exception {
        CallListException e = catchThrowableOfType(
                CallListException.class, () -> CallQuery.builder().from(" ").build());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(e);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            CallListException read = (CallListException) in.readObject();
            assertThat(read.kind()).isEqualTo(Kind.INVALID_CONFIG);
        }
    }
}
