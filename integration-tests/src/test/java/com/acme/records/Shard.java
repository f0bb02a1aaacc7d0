package com.acme.records;

/**
 * A record whose objects a rule tells apart.
 *
 * @param name of the shard
 * @param replicas from the source, or as constructed
 */
record Shard(String name, int replicas) {}
