package com.acme.shop;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A bean with single values. */
@Component
public class Greeting {

    @Value("${greeting.text:Hello}")
    private String text;

    @Value("#{1 + 1}")
    private int computed;

    String to(String name) {
        return text + " " + name + computed;
    }
}
