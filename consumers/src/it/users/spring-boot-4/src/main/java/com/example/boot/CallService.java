package com.example.boot;

import dev.callist.Call;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;

/** What the application does with calls. */
@Service
final class CallService {
    private final CallLister calls;

    CallService(CallLister calls) {
        this.calls = calls;
    }

    List<String> missed(CallQuery query, int most) {
        Flux<Call> flux = JdkFlowAdapter.flowPublisherToFlux(calls.list(query).publisher());
        return flux.filter(call -> call.status() == CallStatus.NO_ANSWER)
                .take(most)
                .map(Call::id)
                .collectList()
                .block();
    }
}
