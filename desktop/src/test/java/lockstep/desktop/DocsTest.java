package lockstep.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lockstep.desktop.fixture.Markdown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The links of every Markdown file lead to a file and a heading that are there. */
class DocsTest {
    @TempDir
    Path folder;

    @Test
    void everyLinkOfTheDocsLeadsSomewhere() throws Exception {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Markdown file : Markdown.all()) {
            links += file.links().size();
            broken.addAll(file.brokenLinks());
        }
        assertEquals(List.of(), broken);
        assertTrue(links > 30, links + " links");
    }

    @Test
    void theDocsAreFound() throws Exception {
        List<String> files = Markdown.all().stream().map(m -> m.toString().replace('\\', '/')).toList();
        assertTrue(files.containsAll(List.of("README.md", "core/README.md", "desktop/README.md", ".github/CONTRIBUTING.md")),
            files.toString());
    }

    @Test
    void aLinkThatLeadsNowhereIsFound() throws Exception {
        Files.writeString(folder.resolve("there.md"), "# What it's: `a` heading\n```\n# no heading\n```\n");
        Path file = Files.writeString(folder.resolve("a.md"), """
            ## Two words
            [good](there.md) [good](#two-words) [good](there.md#what-its-a-heading) [good](https://example.org/#x) `[code](none)`
            [bad](gone.md) [bad](#three-words) ![bad
            picture](none.png) [bad](there.md#no-heading)
            """);
        assertEquals(List.of("a.md: no file gone.md", "a.md: no heading #three-words", "a.md: no file none.png",
            "a.md: no heading there.md#no-heading"), Markdown.read(file).brokenLinks());
    }
}
