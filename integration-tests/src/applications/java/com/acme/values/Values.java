package com.acme.values;

import io.reloadagent.api.DataSize;
import io.reloadagent.api.Dynamic;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Fields of the types that take more than a look at a number or a text. */
@Dynamic("values")
class Values {

    Instant instant = Instant.EPOCH;
    LocalTime time = LocalTime.NOON;
    Period period = Period.ZERO;
    ZoneId zone = ZoneOffset.UTC;
    Optional<String> optional = Optional.empty();
    OptionalInt optionalInt = OptionalInt.empty();
    AtomicInteger atomic = new AtomicInteger(1);
    Path path = Paths.get("own");
    Charset charset = StandardCharsets.US_ASCII;
    Class<?> type = Object.class;
    ArrayList<Integer> arrayList = new ArrayList<>(Arrays.asList(1, 2));
    ConcurrentHashMap<String, Integer> concurrent = new ConcurrentHashMap<>();
    Host host = Host.of("own");
    Percent percent = new Percent(1);
    List<Percent> percents = Collections.emptyList();

    @DataSize
    long most = 1;
}
