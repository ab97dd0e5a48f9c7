CREATE TABLE callist_schema (
    version integer NOT NULL
);

CREATE TABLE callist_sources (
    id {id},
    provider {text} NOT NULL,
    account {text} NOT NULL,
    query_hash {text} NOT NULL,
    query_text {text} NOT NULL,
    watermark {instant},
    covered_from {text},
    in_doubt {json} NOT NULL,
    unfinished {json},
    last_run {instant},
    has_prices integer NOT NULL,
    UNIQUE (provider, account, query_hash)
);

CREATE TABLE callist_runs (
    id {id},
    source_id bigint NOT NULL REFERENCES callist_sources,
    started_at {instant} NOT NULL,
    ended_at {instant} NOT NULL,
    outcome {text} NOT NULL,
    created bigint NOT NULL,
    changed bigint NOT NULL,
    unchanged bigint NOT NULL,
    missing bigint NOT NULL,
    returned bigint NOT NULL,
    requests bigint NOT NULL
);

CREATE TABLE calls (
    provider {text} NOT NULL,
    account {text} NOT NULL,
    id {text} NOT NULL,
    channel {text},
    parent_id {text},
    direction {text},
    provider_direction {text},
    status {text},
    provider_status {text},
    from_kind {text},
    from_address {text},
    from_e164 {text},
    from_name {text},
    from_contact_id {text},
    from_country_code {text},
    to_kind {text},
    to_address {text},
    to_e164 {text},
    to_name {text},
    to_contact_id {text},
    to_country_code {text},
    created_at {instant},
    started_at {instant},
    ringing_at {instant},
    answered_at {instant},
    ended_at {instant},
    updated_at {instant},
    duration {decimal},
    talk_time {decimal},
    answered_by {text},
    price_amount {decimal},
    price_currency {text},
    hangup_cause {text},
    hangup_source {text},
    hangup_sip_code {text},
    recordings {json},
    tags {json},
    problems {json},
    raw {text},
    first_seen {instant} NOT NULL,
    last_seen {instant} NOT NULL,
    changed_at {instant} NOT NULL,
    missing_since {instant},
    source_id bigint NOT NULL REFERENCES callist_sources,
    PRIMARY KEY (provider, account, id)
);

CREATE INDEX calls_newest_first ON calls ({newest first}, source_id);
