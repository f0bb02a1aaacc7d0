package com.acme.shop;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A database in memory, behind a pool of connections. Thread-safe. */
class Database implements AutoCloseable {

    private static final String URL = "jdbc:h2:mem:shop";

    private final Connection counting;
    private final HikariDataSource pool;

    Database(ShopConfig config) throws SQLException {
        counting = DriverManager.getConnection(URL);
        try (Statement statement = counting.createStatement()) {
            statement.execute("CREATE TABLE orders (id INT AUTO_INCREMENT PRIMARY KEY, worker INT)");
        }
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("shop");
        hikari.setJdbcUrl(URL);
        hikari.setMaximumPoolSize(config.poolMaximum());
        hikari.setMinimumIdle(config.poolMinimumIdle());
        hikari.setConnectionTimeout(config.poolConnectionTimeout());
        hikari.setIdleTimeout(config.poolIdleTimeout());
        pool = new HikariDataSource(hikari);
    }

    /** A connection of the pool. */
    Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /** How the pool is, and how many sessions the database itself counts. */
    synchronized String status() throws SQLException {
        HikariPoolMXBean now = pool.getHikariPoolMXBean();
        return "pool: " + now.getTotalConnections() + " connections, " + now.getActiveConnections() + " busy, "
                + now.getThreadsAwaitingConnection() + " workers waiting; the database has " + sessions()
                + " sessions";
    }

    private int sessions() throws SQLException {
        String question = "SELECT COUNT(*) FROM information_schema.sessions WHERE session_id <> SESSION_ID()";
        try (Statement statement = counting.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        pool.close();
        counting.close();
    }
}
