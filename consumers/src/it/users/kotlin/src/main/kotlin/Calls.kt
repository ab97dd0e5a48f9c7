package com.example.kotlin

import dev.callist.Call
import dev.callist.CallLister
import dev.callist.CallQuery
import dev.callist.CallStatus
import dev.callist.bird.BirdCall

/** The native records of the completed calls. */
fun completed(calls: CallLister): List<BirdCall> =
    calls.list(CallQuery.builder().addStatuses(CallStatus.COMPLETED).build())
        .mapNotNull { call: Call -> call.nativeRecord(BirdCall::class.java).orElse(null) }

/** A field of a native record may be null, and Kotlin knows. */
fun idOf(call: BirdCall): String = call.id ?: "unknown"
