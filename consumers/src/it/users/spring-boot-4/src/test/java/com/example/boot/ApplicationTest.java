package com.example.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.json.PackageVersion;
import dev.callist.Call;
import dev.callist.CallJson;
import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.Fault;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class ApplicationTest {
    @Test
    void listsMetersAndClosesInAnApplication() throws Exception {
        System.out.println("with Spring Boot " + SpringBootVersion.getVersion() + ", Jackson " + PackageVersion.VERSION
                + ", OkHttp " + okhttp3.OkHttp.VERSION + ", Kotlin " + kotlin.KotlinVersion.CURRENT);
        try (BirdSandbox sandbox = BirdSandbox.start(250)) {
            CallLister closed;
            try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
                    .properties(Map.of(
                            "bird.workspace-id", BirdSandbox.WORKSPACE_ID,
                            "bird.access-key", BirdSandbox.ACCESS_KEY,
                            "bird.url", sandbox.url()))
                    .run()) {
                CallLister calls = application.getBean(CallLister.class);
                closed = calls;
                String json = CallJson.mapper().writeValueAsString(calls.list(CallQuery.all()).stream().toList());
                List<String> missed = List.of(CallJson.mapper().readValue(json, Call[].class)).stream()
                        .filter(call -> call.status() == CallStatus.NO_ANSWER)
                        .map(Call::id)
                        .toList();

                assertEquals(
                        missed.subList(0, 5),
                        application.getBean(CallService.class).missed(CallQuery.all(), 5));
                MeterRegistry registry = application.getBean(MeterRegistry.class);
                assertEquals(1, registry.get("callist.walks").tag("completeness", "COMPLETE").counter().count());
                assertEquals(
                        sandbox.requestCount(),
                        registry.get("callist.attempts").tag("provider", "bird").timer().count());

                sandbox.always(Fault.status(401));
                assertThrows(CallListException.class, () -> calls.list(CallQuery.all()).stream().toList());
                assertEquals(1, registry.get("callist.failures").tag("kind", "AUTHENTICATION").counter().count());
            }
            assertThrows(CallListException.class, () -> closed.list(CallQuery.all()).stream().toList());
        }
    }
}
