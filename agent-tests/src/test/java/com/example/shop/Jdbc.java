package com.example.shop;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** H2 behind HikariCP, and a virtual thread for each query. */
public final class Jdbc {
  private static final int CONNECTIONS = 4;

  private Jdbc() {}

  public static void main(String[] args) throws Exception {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:shop");
    config.setMaximumPoolSize(CONNECTIONS);
    try (HikariDataSource source = new HikariDataSource(config);
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      try (Connection connection = source.getConnection()) {
        connection.createStatement().execute("create table orders (id int primary key, price int)");
        connection
            .createStatement()
            .execute("insert into orders select x, x * 3 from system_range(1, 1000)");
      }
      Desk.serve("open", new Orders(source, executor));
    }
  }

  /** What is asked of the database. */
  private record Orders(
      HikariDataSource source,
      ExecutorService executor,
      List<Connection> held,
      List<Future<Integer>> waiting)
      implements Desk.Work {
    Orders(HikariDataSource source, ExecutorService executor) {
      this(source, executor, new ArrayList<>(), new ArrayList<>());
    }

    @Override
    public String run(int times) throws Exception {
      return Integer.toString(sum(source, executor, times));
    }

    @Override
    public String crowd(int many) throws Exception {
      if (many == 0) {
        for (Connection connection : held) {
          connection.close();
        }
        return Integer.toString(sum(waiting));
      }
      for (int i = 0; i < CONNECTIONS; i++) {
        held.add(source.getConnection());
      }
      for (int i = 1; i <= many; i++) {
        int order = i;
        waiting.add(executor.submit(() -> price(source, order)));
      }
      return "waiting";
    }
  }

  private static int sum(HikariDataSource source, ExecutorService executor, int times)
      throws Exception {
    List<Future<Integer>> prices = new ArrayList<>();
    for (int i = 1; i <= times; i++) {
      int order = i;
      prices.add(executor.submit(() -> price(source, order)));
    }
    return sum(prices);
  }

  private static int sum(List<Future<Integer>> prices) throws Exception {
    int sum = 0;
    for (Future<Integer> price : prices) {
      sum += price.get();
    }
    return sum;
  }

  private static int price(HikariDataSource source, int order) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select price from orders where id = ?")) {
      query.setInt(1, order);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
