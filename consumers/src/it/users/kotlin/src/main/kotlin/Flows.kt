package com.example.kotlin

import dev.callist.CallLister
import dev.callist.CallQuery
import dev.callist.CallStatus
import kotlinx.coroutines.flow.filter
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.jdk9.asFlow

/** The ids of the first missed calls. */
suspend fun missed(calls: CallLister, query: CallQuery, most: Int): List<String> {
    val flow = calls.list(query).publisher().asFlow()
    return flow.filter { it.status() == CallStatus.NO_ANSWER }
        .take(most)
        .map { it.id() }
        .toList()
}
