package io.pickglass.mxbean;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.management.DescriptorKey;

/** What a bean, an attribute or an operation is, for people who see it in a JMX client. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
public @interface Described {
  /** One sentence. */
  String value();

  /** Whether an operation changes anything. */
  boolean changes() default false;

  /** The unit of a number, as it stands in the descriptor; empty where there is none. */
  @DescriptorKey("units")
  String unit() default "";
}
