package io.pickglass.jmx;

import io.pickglass.model.Warning;
import io.pickglass.mxbean.ObjectNames;
import io.pickglass.mxbean.WarningsMXBean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.management.JMException;
import javax.management.ListenerNotFoundException;
import javax.management.MBeanInfo;
import javax.management.MBeanNotificationInfo;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;
import javax.management.NotificationEmitter;
import javax.management.NotificationFilter;
import javax.management.NotificationListener;
import org.jspecify.annotations.Nullable;

/**
 * The bean of the warnings, which tells when one is raised or cleared.
 *
 * <p>Threads: any; who tells of a warning waits for no listener.
 */
final class NotifyingBean extends DescribedBean<WarningsMXBean>
    implements NotificationEmitter, Consumer<Warning> {
  private static final MBeanNotificationInfo INFO =
      new MBeanNotificationInfo(
          new String[] {WarningsMXBean.RAISED, WarningsMXBean.CLEARED},
          Notification.class.getName(),
          "A warning was raised or cleared: the message is its summary, the user data the warning.");

  private final NotificationBroadcasterSupport broadcaster;
  private final Outbox outbox;
  private final AtomicLong sequence = new AtomicLong();
  private volatile boolean heard;

  NotifyingBean(WarningsBean bean) {
    super(bean, WarningsMXBean.class);
    outbox = bean.outbox();
    // One by one, in the thread of the outbox, in which filters are asked, too.
    broadcaster = new NotificationBroadcasterSupport(outbox::handOver, INFO);
  }

  @Override
  public void accept(Warning warning) {
    if (!heard) {
      return;
    }
    boolean raised = warning.clearedMillis() == 0;
    Notification notification =
        new Notification(
            raised ? WarningsMXBean.RAISED : WarningsMXBean.CLEARED,
            ObjectNames.WARNINGS,
            sequence.incrementAndGet(),
            raised ? warning.sinceMillis() : warning.clearedMillis(),
            warning.summary());
    notification.setUserData(composite(warning));
    outbox.execute(() -> broadcaster.sendNotification(notification));
  }

  /** As the bean shows it. */
  private Object composite(Warning warning) {
    try {
      return invoke("warning", new Object[] {warning.number()}, new String[] {"long"});
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public MBeanInfo getMBeanInfo() {
    MBeanInfo info = super.getMBeanInfo();
    return new MBeanInfo(
        info.getClassName(),
        info.getDescription(),
        info.getAttributes(),
        info.getConstructors(),
        info.getOperations(),
        getNotificationInfo(),
        info.getDescriptor());
  }

  @Override
  public MBeanNotificationInfo[] getNotificationInfo() {
    return broadcaster.getNotificationInfo();
  }

  @Override
  public void addNotificationListener(
      NotificationListener listener,
      @Nullable NotificationFilter filter,
      @Nullable Object handback) {
    broadcaster.addNotificationListener(listener, filter, handback);
    heard = true;
  }

  @Override
  public void removeNotificationListener(NotificationListener listener)
      throws ListenerNotFoundException {
    broadcaster.removeNotificationListener(listener);
  }

  @Override
  public void removeNotificationListener(
      NotificationListener listener, @Nullable NotificationFilter filter, @Nullable Object handback)
      throws ListenerNotFoundException {
    broadcaster.removeNotificationListener(listener, filter, handback);
  }
}
