package com.acme.shop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** What the shop can be told: a bean with setters, and objects in it. */
@ConfigurationProperties("shop")
public class ShopProperties {

    private int maxOrders = 10;
    private Duration timeout = Duration.ofSeconds(5);
    private List<String> regions = new ArrayList<>();
    private Map<String, Integer> quotas = new LinkedHashMap<>();
    private final Pool pool = new Pool();
    private final Endpoint primary = new Endpoint();
    private final Endpoint backup = new Endpoint();

    public int getMaxOrders() {
        return maxOrders;
    }

    public void setMaxOrders(int maxOrders) {
        this.maxOrders = maxOrders;
    }

    public Duration getTimeout() {
        return timeout;
    }

    public void setTimeout(Duration timeout) {
        this.timeout = timeout;
    }

    public List<String> getRegions() {
        return regions;
    }

    public void setRegions(List<String> regions) {
        this.regions = regions;
    }

    public Map<String, Integer> getQuotas() {
        return quotas;
    }

    public void setQuotas(Map<String, Integer> quotas) {
        this.quotas = quotas;
    }

    public Pool getPool() {
        return pool;
    }

    public Endpoint getPrimary() {
        return primary;
    }

    public Endpoint getBackup() {
        return backup;
    }

    /** Held once: its fields follow. */
    public static class Pool {

        private int size = 4;

        public int getSize() {
            return size;
        }

        public void setSize(int size) {
            this.size = size;
        }
    }

    /** Held twice: each follows its own. */
    public static class Endpoint {

        private String host = "none";
        private int port;

        public String getHost() {
            return host;
        }

        public void setHost(String host) {
            this.host = host;
        }

        public int getPort() {
            return port;
        }

        public void setPort(int port) {
            this.port = port;
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }
}
