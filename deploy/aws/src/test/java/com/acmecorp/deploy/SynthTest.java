package com.acmecorp.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What needs Node, once: the CDK starts it and turns the code into a template. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SynthTest {

    private static final String NEEDS_NODE =
            "needs Node, and there is no 'node' on the PATH: the template isn't compared with the"
                    + " code";
    private static final String WRITE = "template.write";

    private Synth synth;

    @BeforeAll
    void synthesises(@TempDir Path folder) {
        boolean node = nodeIsInstalled();
        if (!node) {
            // Maven counts what is skipped but doesn't say why.
            System.getLogger(SynthTest.class.getName()).log(Level.WARNING, NEEDS_NODE);
        }
        assumeTrue(node, NEEDS_NODE);
        synth = Synth.into(folder);
    }

    @Test
    void isWhatIsCommitted() throws IOException {
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(Template.FILE, synth.template());
        }
        // Not isEqualTo, which would show all of both.
        assertThat(synth.template().equals(Files.readString(Template.FILE)))
                .as(
                        "acme.template.json is out of date; write it anew with: mvn -pl deploy/aws"
                                + " -am test -Dtest=SynthTest -D%s=true"
                                + " -Dsurefire.failIfNoSpecifiedTests=false",
                        WRITE)
                .isTrue();
    }

    @Test
    void leavesNothingToObjectTo() {
        assertThat(synth.findings()).isEmpty();
    }

    private static boolean nodeIsInstalled() {
        try {
            Process node = new ProcessBuilder("node", "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return node.waitFor(20, TimeUnit.SECONDS) && node.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
