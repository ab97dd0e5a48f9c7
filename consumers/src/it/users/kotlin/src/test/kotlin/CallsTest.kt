package com.example.kotlin

import dev.callist.CallQuery
import dev.callist.CallStatus
import dev.callist.bird.BirdCalls
import dev.callist.bird.BirdConfig
import dev.callist.testkit.BirdSandbox
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class CallsTest {
    @Test
    fun `lists a sandbox`() {
        println("with Kotlin ${KotlinVersion.CURRENT}")
        BirdSandbox.start(25).use { sandbox ->
            val config = BirdConfig.builder()
                .workspaceId(BirdSandbox.WORKSPACE_ID)
                .accessKey(BirdSandbox.ACCESS_KEY)
                .baseUrl(sandbox.url())
                .build()
            BirdCalls.create(config).use { calls ->
                val ids = completed(calls).map(::idOf)
                assertTrue(ids.isNotEmpty() && ids.size < 25)
                val all = calls.list(CallQuery.all())
                    .filter { it.status() == CallStatus.NO_ANSWER }
                    .map { it.id() }
                assertEquals(all.take(2), runBlocking { missed(calls, CallQuery.all(), 2) })
            }
        }
    }
}
