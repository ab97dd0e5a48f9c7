package com.example.boot;

import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.ListingListener;
import dev.callist.bird.BirdCalls;
import dev.callist.bird.BirdConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** An application with one lister, which Spring closes at shutdown. */
@SpringBootApplication(proxyBeanMethods = false)
public class Application {
    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }

    @Bean
    CallLister calls(
            @Value("${bird.workspace-id}") String workspaceId,
            @Value("${bird.access-key}") String accessKey,
            @Value("${bird.url}") URI url,
            ListingListener listener) {
        return BirdCalls.create(BirdConfig.builder()
                .workspaceId(workspaceId)
                .accessKey(accessKey)
                .baseUrl(url)
                .options(ClientOptions.builder().listener(listener).build())
                .build());
    }

    @Bean
    MeterRegistry registry() {
        return new SimpleMeterRegistry();
    }
}
