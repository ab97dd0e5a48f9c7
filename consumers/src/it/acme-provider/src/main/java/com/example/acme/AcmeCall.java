package com.example.acme;

import java.time.Duration;
import java.time.Instant;

/** A call as Acme shows it. */
record AcmeCall(String id, Instant created, String dir, String state, String caller, String callee, Duration seconds) {}
