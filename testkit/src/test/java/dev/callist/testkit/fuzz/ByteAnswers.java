package dev.callist.testkit.fuzz;

import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Answers a number of requests with given bytes and all later ones with status 500, without a network. */
final class ByteAnswers implements Interceptor {
    private static final MediaType JSON = MediaType.get("application/json");

    private int status;
    private byte[] body = {};
    private int left;

    OkHttpClient client() {
        return new OkHttpClient.Builder().addInterceptor(this).build();
    }

    synchronized void give(int newStatus, byte[] newBody, int times) {
        status = newStatus;
        body = newBody;
        left = times;
    }

    @Override
    public synchronized Response intercept(Chain chain) {
        boolean given = left > 0;
        left--;
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(given ? status : 500)
                .message("")
                .body(ResponseBody.create(given ? body : new byte[0], JSON))
                .build();
    }
}
