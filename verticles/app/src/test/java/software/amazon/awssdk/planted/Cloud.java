package software.amazon.awssdk.planted;

/** Stands in for the AWS SDK, which isn't on the class path. */
public interface Cloud {}
