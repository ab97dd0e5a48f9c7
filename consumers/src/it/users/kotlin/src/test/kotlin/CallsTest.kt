package com.example.kotlin

import dev.callist.bird.BirdCalls
import dev.callist.bird.BirdConfig
import dev.callist.testkit.BirdSandbox
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
            }
        }
    }
}
