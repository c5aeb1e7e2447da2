-- Who looks for subscribers that run nowhere reads what waits for them, and not what died or waits for its next attempt.
ALTER TABLE deliveries ADD KEY deliveries_without_subscriber (target, no_subscriber_since_ms);
