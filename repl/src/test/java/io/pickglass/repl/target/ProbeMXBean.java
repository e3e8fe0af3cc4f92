package io.pickglass.repl.target;

import java.util.Map;
import javax.management.MXBean;

/** All open types, in and out. */
@MXBean
public interface ProbeMXBean {
  boolean isOn();

  void setOn(boolean on);

  Long getLimit();

  void setLimit(Long limit);

  String[] getNames();

  void setNames(String[] names);

  BeansTest.Point getPoint();

  BeansTest.Point[] getPoints();

  Map<String, Integer> getCounts();

  Map<String, BeansTest.Point> getPlaces();

  long[][] getGrid();

  Void getNothing();

  int getBroken();

  String find(int number);

  String find(String text);

  String find(long[] numbers);

  String find(int number, long other);

  String find(long number, int other);

  String all(boolean a, byte b, char c, short d, float e, double f, Integer g, Thread.State h);

  String move(BeansTest.Point point, Map<String, Integer> counts, BeansTest.Point[] points);
}
